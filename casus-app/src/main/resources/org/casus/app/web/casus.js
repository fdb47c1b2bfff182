// What the keyboard and the pointer do beyond following links. Every page works without it.
"use strict";

(() => {
    document.documentElement.classList.add("js");

    const all = (selector) => Array.from(document.querySelectorAll(selector));
    const visible = (element) => element.offsetParent !== null;

    // ---- going along a list, or along the highlights of a report

    const step = (selector, by) => {
        const items = all(selector).filter(visible);
        if (items.length === 0) {
            return;
        }
        const here = items.indexOf(document.activeElement);
        const next = here < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, here + by));
        items[next].focus();
        items[next].scrollIntoView({ block: "nearest" });
    };

    // ---- a report: words and what they became

    const light = (things) => {
        all(".lit").forEach((element) => element.classList.remove("lit"));
        for (const thing of things) {
            all(`.mark[data-of~="${CSS.escape(thing)}"]`).forEach((mark) => mark.classList.add("lit"));
            const card = document.getElementById(thing);
            if (card) {
                card.classList.add("lit");
            }
        }
    };

    const show = (card) => {
        const group = card.closest("details");
        if (group) {
            group.open = true;
        }
        card.scrollIntoView({ block: "nearest" });
    };

    document.addEventListener("click", (event) => {
        const mark = event.target.closest(".mark[data-of]");
        if (mark) {
            event.preventDefault();
            const things = mark.dataset.of.split(" ");
            light(things);
            const card = document.getElementById(things[0]);
            if (card) {
                show(card);
            }
            return;
        }
        const card = event.target.closest(".card");
        const link = event.target.closest(".card a[href^='#']");
        if (link && link.classList.contains("to")) {
            event.preventDefault();
            const other = document.getElementById(link.hash.slice(1));
            if (other) {
                light([other.id]);
                show(other);
                other.focus({ preventScroll: true });
            }
        } else if (card) {
            light([card.id]);
        }
    });

    document.addEventListener("change", (event) => {
        if (event.target.matches(".kinds")) {
            const kind = event.target.value;
            all(`.text .mark.${CSS.escape(kind)}`).forEach((mark) => mark.classList.toggle("off", !event.target.checked));
        }
    });

    // ---- passages that are hard to read

    document.addEventListener("click", (event) => {
        const cover = event.target.closest("#cover");
        if (cover) {
            event.preventDefault();
            const covered = document.body.classList.toggle("covered");
            cover.setAttribute("aria-checked", String(covered));
            document.cookie = `casus-cover=${covered ? "yes" : "no"};path=/;max-age=31536000;samesite=strict`;
        }
    });

    // ---- filters: Enter changes and submits, which would ask twice

    document.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && event.target.matches("#filters input:not([type=checkbox])")) {
            event.preventDefault();
            event.target.dispatchEvent(new Event("change", { bubbles: true }));
        }
    });

    // ---- keys

    const help = () => document.getElementById("help");
    let going = false;

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
        if (event.key === "Escape" && typing) {
            event.target.blur();
            return;
        }
        if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
            return;
        }
        if (going) {
            going = false;
            const place = document.querySelector(`nav a[data-key="${CSS.escape(event.key)}"]`);
            if (place) {
                event.preventDefault();
                place.click();
            }
            return;
        }
        const actions = {
            "/": () => document.getElementById("find")?.focus(),
            "j": () => step("a.row", 1),
            "k": () => step("a.row", -1),
            "n": () => step(".text .mark[data-of]:not(.off)", 1),
            "p": () => step(".text .mark[data-of]:not(.off)", -1),
            "g": () => { going = true; },
            "?": () => help()?.showModal(),
        };
        const hot = all(`[data-hot="${CSS.escape(event.key)}"]`).find(visible);
        if (hot) {
            event.preventDefault();
            hot.click();
            if (hot.matches("summary")) {
                hot.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
            }
        } else if (Object.hasOwn(actions, event.key)) {
            event.preventDefault();
            actions[event.key]();
        }
    });

    document.addEventListener("click", (event) => {
        if (event.target.closest("#help-button")) {
            help()?.showModal();
        }
    });
})();
