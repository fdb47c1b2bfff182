// The map: borders from one file of this server, incidents from the API. What it shows stands in tables below it as well.
"use strict";

(() => {
    const root = document.getElementById("map");
    if (!root) {
        return;
    }
    const sheet = root.querySelector(".sheet");
    const told = root.querySelector(".told");
    const SVG = "http://www.w3.org/2000/svg";
    const ANTARCTICA = "010";
    // Western Sahara and Palestine have numbers, and borders that are disputed; other such lands have none.
    const DISPUTED = new Set(["732", "275"]);
    const KILOMETRES = { near: 10, admin2: 25, admin1: 80, region: 120 };
    const KNOWN = {
        exact: "", near: "near ", admin2: "somewhere in the district: ", admin1: "somewhere in the province: ",
        region: "somewhere in the region: ", several: "around ",
    };

    const make = (name, attributes, parent) => {
        const element = document.createElementNS(SVG, name);
        Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
        parent?.append(element);
        return element;
    };

    // ---- projection: Mercator, in units of a degree at the equator

    const WORLD = { x: -180, y: -105, width: 360, height: 175 };
    const down = (latitude) => {
        const bounded = Math.max(-84, Math.min(84, latitude)) * Math.PI / 360;
        return -Math.log(Math.tan(Math.PI / 4 + bounded)) * 180 / Math.PI;
    };
    const latitudeOf = (y) => Math.atan(Math.exp(-y * Math.PI / 180)) * 360 / Math.PI - 90;
    const unitsPerKilometre = (latitude) => 1 / 111.2 / Math.cos(latitude * Math.PI / 180);

    // ---- borders: TopoJSON, in which a line between two countries stands once

    const arcsOf = (topology) => {
        const { scale, translate } = topology.transform;
        return topology.arcs.map((arc) => {
            let x = 0;
            let y = 0;
            return arc.map(([dx, dy]) => {
                x += dx;
                y += dy;
                return [x * scale[0] + translate[0], down(y * scale[1] + translate[1])];
            });
        });
    };

    const points = (list) => list.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join("L");

    const ringsOf = (shape) => (shape.type === "Polygon" ? shape.arcs : shape.type === "MultiPolygon" ? shape.arcs.flat() : []);

    // A ring across the date line goes on beyond the edge of the sheet, and comes in again at the other one.
    const outline = (shape, arcs) => ringsOf(shape).map((ring) => {
        const line = ring.flatMap((index) => (index < 0 ? arcs[~index].slice().reverse() : arcs[index]));
        let turn = 0;
        let across = 0;
        const whole = line.map(([x, y], number) => {
            const step = number === 0 ? 0 : x - line[number - 1][0];
            turn += step > 180 ? -360 : step < -180 ? 360 : 0;
            across = across || turn;
            return [x + turn, y];
        });
        const shifted = across === 0 ? "" : `M${points(whole.map(([x, y]) => [x - across, y]))}Z`;
        return `M${points(whole)}Z${shifted}`;
    }).join("");

    const draw = (topology, lands, layer) => {
        const arcs = arcsOf(topology);
        const shapes = topology.objects.countries.geometries.filter((shape) => shape.id !== ANTARCTICA);
        const most = Math.max(1, ...lands.map((land) => land.incidents));
        const tinted = new Map(lands.map((land) => [land.numeric ?? land.name, land]));
        const users = new Map();
        shapes.forEach((shape, number) => {
            ringsOf(shape).flat().forEach((index) => {
                const arc = index < 0 ? ~index : index;
                users.set(arc, (users.get(arc) ?? new Set()).add(number));
            });
            const land = tinted.get(shape.id ?? shape.properties.name);
            const name = shape.properties.name;
            if (land) {
                const link = make("a", { href: land.address, tabindex: -1 }, layer);
                const tint = Math.max(1, Math.ceil(4 * Math.log(land.incidents + 1) / Math.log(most + 1)));
                const path = make("path", { class: `land t${tint}`, d: outline(shape, arcs) }, link);
                make("title", {}, path).textContent = `somewhere in ${land.name}: ${counted(land.incidents)}`;
            } else {
                make("title", {}, make("path", { class: "land", d: outline(shape, arcs) }, layer)).textContent = name;
            }
        });
        const lines = { coast: [], border: [], disputed: [] };
        users.forEach((owners, index) => {
            const of = Array.from(owners, (number) => shapes[number]);
            const kind = of.length === 1 ? "coast" : of.some((shape) => shape.id === undefined || DISPUTED.has(shape.id)) ? "disputed" : "border";
            // No coast runs along the edge of the sheet, where the sheet cuts a country in two.
            let piece = [];
            for (const point of arcs[index].concat([null])) {
                const near = point && Math.abs(point[0]) < 179.99;
                const leaps = near && piece.length > 0 && Math.abs(point[0] - piece[piece.length - 1][0]) > 180;
                if (!near || leaps) {
                    if (piece.length > 1) {
                        lines[kind].push(`M${points(piece)}`);
                    }
                    piece = [];
                }
                if (near) {
                    piece.push(point);
                }
            }
        });
        Object.entries(lines).forEach(([kind, parts]) => make("path", { class: kind, d: parts.join("") }, layer));
    };

    // ---- incidents

    const counted = (number) => `${number} ${number === 1 ? "incident" : "incidents"}`;
    const size = (spot) => Math.min(24, 3 + 2.3 * Math.sqrt(spot.incidents));

    const svg = make("svg", { "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" }, sheet);
    const land = make("g", {}, svg);
    const marks = make("g", {}, svg);
    let view = { ...WORLD };
    let spots = [];
    let drawn = [];
    let lumped = false;

    const put = (list) => {
        marks.replaceChildren();
        spots = list;
        // The vaguest at the bottom, and small ones above large ones.
        const order = ["region", "admin1", "admin2", "several", "near", "exact"];
        drawn = list.slice()
            .sort((a, b) => order.indexOf(a.precision) - order.indexOf(b.precision) || b.incidents - a.incidents)
            .map((spot) => {
                const link = make("a", { href: spot.address, tabindex: -1 }, marks);
                const circle = make("circle", { class: `spot ${spot.precision}`, cx: spot.longitude, cy: down(spot.latitude) }, link);
                const more = spot.places > 1 ? ` and ${spot.places - 1} more close by` : "";
                make("title", {}, circle).textContent =
                    `${KNOWN[spot.precision] ?? ""}${spot.name}${spot.country ? `, ${spot.country}` : ""}${more}: ${counted(spot.incidents)}`;
                const label = spot.incidents > 1
                    ? make("text", { class: "number", x: spot.longitude, y: down(spot.latitude) }, link)
                    : null;
                if (label) {
                    label.textContent = spot.incidents;
                }
                return { spot, circle, label };
            });
        scale();
    };

    /** Units of the map for one pixel. */
    const unit = () => {
        const { width, height } = sheet.getBoundingClientRect();
        return Math.min(view.width / Math.max(1, width), view.height / Math.max(1, height));
    };

    const scale = () => {
        const one = unit();
        for (const { spot, circle, label } of drawn) {
            const least = size(spot) * one * (spot.precision === "near" ? 1.3 : spot.precision in KILOMETRES ? 1.8 : 1);
            const told = (KILOMETRES[spot.precision] ?? 0) * unitsPerKilometre(spot.latitude);
            circle.setAttribute("r", Math.max(least, told));
            if (label) {
                label.setAttribute("font-size", 10.5 * one);
                label.setAttribute("dy", 3.7 * one);
                label.classList.toggle("away", size(spot) < 6.5);
            }
        }
    };

    // ---- moving

    let waiting = 0;

    const look = (to) => {
        const { width, height } = sheet.getBoundingClientRect();
        const shape = Math.max(1, width) / Math.max(1, height);
        const wide = Math.max(0.2, Math.min(WORLD.width, WORLD.height * shape, to.width));
        const high = wide / shape;
        const within = (middle, half, least, most) => Math.max(least + half, Math.min(most - half, middle));
        const x = within(to.x + to.width / 2, wide / 2, WORLD.x, WORLD.x + WORLD.width);
        const y = within(to.y + to.height / 2, high / 2, WORLD.y, WORLD.y + WORLD.height);
        view = { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
        svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
        scale();
        if (lumped) {
            clearTimeout(waiting);
            waiting = setTimeout(closer, 250);
        }
    };

    const zoom = (by, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) => look({
        x: at.x - (at.x - view.x) * by,
        y: at.y - (at.y - view.y) * by,
        width: view.width * by,
        height: view.height * by,
    });

    const move = (x, y) => look({ ...view, x: view.x + x * view.width, y: view.y + y * view.height });

    const around = (west, north, east, south) => {
        const { width, height } = sheet.getBoundingClientRect();
        const shape = Math.max(1, width) / Math.max(1, height);
        const wide = Math.max((east - west) * 1.25, (south - north) * 1.25 * shape, Number(root.dataset.least ?? 6));
        look({ x: (west + east) / 2 - wide / 2, y: (north + south) / 2 - wide / shape / 2, width: wide, height: wide / shape });
    };

    const fit = () => {
        const window = root.dataset.window.split(",").map(Number);
        if (window.length === 4) {
            around(window[1], down(window[2]), window[3], down(window[0]));
            return;
        }
        if (spots.length === 0) {
            look(WORLD);
            return;
        }
        const xs = spots.map((spot) => spot.longitude);
        const ys = spots.map((spot) => down(spot.latitude));
        around(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    };

    /** Asks for what is in sight, now that there is room for more of it. */
    const closer = async () => {
        const degrees = (value) => value.toFixed(4);
        const bounds = [latitudeOf(view.y + view.height), view.x, latitudeOf(view.y), view.x + view.width].map(degrees).join(",");
        const source = root.dataset.source;
        const answer = await fetch(`${source}${source.includes("?") ? "&" : "?"}bounds=${bounds}`);
        if (answer.ok) {
            put((await answer.json()).spots);
        }
    };

    const acts = { in: () => zoom(0.6), out: () => zoom(1 / 0.6), fit };

    root.querySelector(".tools").addEventListener("click", (event) => acts[event.target.closest("button")?.dataset.do]?.());

    sheet.addEventListener("keydown", (event) => {
        const keys = {
            "+": acts.in, "=": acts.in, "-": acts.out, "0": fit,
            ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
        };
        if (Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            keys[event.key]();
        }
    });

    const pointAt = (event) => {
        const box = sheet.getBoundingClientRect();
        return { x: view.x + (event.clientX - box.left) * unit(), y: view.y + (event.clientY - box.top) * unit() };
    };

    // The wheel scrolls the page, unless the map has been chosen.
    sheet.addEventListener("wheel", (event) => {
        if (event.ctrlKey || document.activeElement === sheet) {
            event.preventDefault();
            zoom(event.deltaY < 0 ? 0.8 : 1.25, pointAt(event));
        }
    }, { passive: false });

    let held = null;
    sheet.addEventListener("pointerdown", (event) => {
        if (event.button === 0) {
            held = { x: event.clientX, y: event.clientY, view, moved: false };
        }
    });
    sheet.addEventListener("pointermove", (event) => {
        if (!held) {
            return;
        }
        const x = event.clientX - held.x;
        const y = event.clientY - held.y;
        if (!held.moved && Math.hypot(x, y) > 4) {
            held.moved = true;
            sheet.setPointerCapture(event.pointerId);
        }
        if (held.moved) {
            look({ ...held.view, x: held.view.x - x * unit(), y: held.view.y - y * unit() });
        }
    });
    const release = () => { held = held?.moved ? { ...held, over: true } : null; setTimeout(() => { held = null; }); };
    sheet.addEventListener("pointerup", release);
    sheet.addEventListener("pointercancel", release);
    sheet.addEventListener("click", (event) => {
        if (held?.over) {
            event.preventDefault(); // the end of moving the map is no click on what lies under it
        }
    }, true);
    sheet.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(() => look(view)).observe(sheet);

    // ---- begin

    const json = async (address) => {
        const answer = await fetch(address);
        if (!answer.ok) {
            throw new Error(`${address} answered ${answer.status}`);
        }
        return answer.json();
    };

    (async () => {
        try {
            const [borders, data] = await Promise.all([json(root.dataset.borders), json(root.dataset.source)]);
            draw(borders, data.lands, land);
            lumped = data.cell > 0;
            put(data.spots);
            fit();
            root.classList.add("ready");
        } catch {
            told.textContent = "The map cannot be drawn; what it would show stands below.";
        }
    })();
})();
