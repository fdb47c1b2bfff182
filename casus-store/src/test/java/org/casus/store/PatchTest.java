package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PatchTest {
    private static void leads(String was, String is, String patch) {
        ObjectNode before = Patch.object(was);
        ObjectNode between = Patch.between(before, Patch.object(is));
        assertThat(between.toString()).isEqualTo(patch);
        assertThat(Patch.apply(Patch.between(null, before), between))
                .isEqualTo(Patch.between(null, Patch.object(is)));
    }

    @Test
    void a_patch_holds_what_differs_and_leads_from_one_to_the_other() {
        leads("{}", "{}", "{}");
        leads("{\"a\":1}", "{\"a\":1,\"b\":[2]}", "{\"b\":[2]}");
        leads("{\"a\":1,\"b\":2}", "{\"b\":2}", "{\"a\":null}");
        leads("{\"a\":1}", "{\"a\":null}", "{\"a\":null}");
        leads("{\"a\":null}", "{\"a\":3}", "{\"a\":3}");
        leads(
                "{\"h\":{\"killed\":{\"low\":1,\"best\":null}}}",
                "{\"h\":{\"killed\":{\"low\":2,\"best\":2},\"injured\":{\"low\":null}}}",
                "{\"h\":{\"killed\":{\"low\":2,\"best\":2},\"injured\":{}}}");
        leads("{\"a\":[1,2]}", "{\"a\":[1]}", "{\"a\":[1]}");
        leads("{\"a\":{\"b\":1}}", "{\"a\":5}", "{\"a\":5}");
        leads("{\"a\":5}", "{\"a\":{\"b\":null}}", "{\"a\":{}}");
    }

    @Test
    void what_changes_has_names() {
        assertThat(Patch.names(Patch.object("{\"h\":{\"killed\":{\"low\":2}},\"g\":null}")))
                .containsExactly("h.killed.low", "g");
    }
}
