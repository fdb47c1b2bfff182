package org.casus.extract.time;

import java.util.List;
import java.util.Map;
import org.casus.extract.time.Expression.Amount;
import org.casus.extract.time.Expression.Base;
import org.casus.extract.time.Expression.Repeated;
import org.casus.extract.time.Expression.Shift;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** Numbers, amounts of time, rhythms. */
final class AmountMeanings {
    private AmountMeanings() {}

    static void addTo(Map<String, Meaning> all) {
        all.put("number", (m, a) -> sum(m));
        all.put("count", (m, a) -> count(m, 0));
        all.put("count-half", (m, a) -> count(m, 0.5));
        all.put("duration", (m, a) -> counted(m, 0));
        all.put("duration-last", (m, a) -> counted(m, 1));
        all.put("duration-s", (m, a) -> amount(number(m, 0), "TS"));
        all.put("one", (m, a) -> amount(1, m.code("UNIT", "SECOND", "LONG")));
        all.put("half", (m, a) -> amount(0.5, m.code("UNIT")));
        all.put("one-and-half", (m, a) -> amount(1.5, m.code("UNIT")));
        all.put("constant", (m, a) -> new Amount(a.get(1), Double.NaN, "", 0, null));
        all.put("vague", (m, a) -> amount(Double.NaN, m.code("UNITS")));
        all.put(
                "vague-or-one",
                (m, a) -> amount(m.has("UNITS") ? Double.NaN : 1, m.code("UNIT", "UNITS")));
        all.put("same", (m, a) -> m.expression(0) == null ? null : m.expression(0).value());
        all.put("about", AmountMeanings::about);
        all.put("back", (m, a) -> directed(m, -1));
        all.put("ahead", (m, a) -> directed(m, 1));
        all.put("back-one", (m, a) -> directed(amount(1, m.code("UNIT")), -1));
        all.put("rhythm", (m, a) -> new Repeated(m.code("RHYTHM")));
        all.put(
                "every",
                (m, a) -> new Repeated(amount(m.says("other") ? 2 : 1, m.code("UNIT")).value()));
        all.put("every-count", (m, a) -> new Repeated(counted(m, 0).value()));
        all.put("every-weekday", (m, a) -> everyWeekday(m));
        all.put("every-month", (m, a) -> everyMonth(m));
        all.put("every-part", (m, a) -> new Repeated("XXXX-XX-XX" + m.code("PART")));
        all.put("beside", (m, a) -> beside(m));
    }

    // ---- numbers

    private static Object sum(Match m) {
        int sum = 0;
        for (Edge e : m.all("ONE", "TEEN", "TENS")) {
            sum += (Integer) e.value();
        }
        return sum;
    }

    private static @Nullable Object count(Match m, double more) {
        Integer n = m.number("NUM");
        return n == null ? null : (Object) (n + more);
    }

    private static double number(Match m, int n) {
        Edge e = m.edge(n, "COUNT", "NUM");
        return e != null && e.value() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    // ---- amounts

    private static Amount counted(Match m, int n) {
        String unit = m.code("UNITS", "UNIT");
        return amount(number(m, n), unit.isEmpty() ? "TS" : unit);
    }

    /** P3W, PT30M, P1.5Y; PXM when the number is not told. */
    static Amount amount(double n, String unit) {
        return switch (unit) {
            case "2W" -> amount(2 * n, "W");
            case "50Y" -> amount(50 * n, "Y");
            case "25Y" -> amount(25 * n, "Y");
            case "Q" -> amount(3 * n, "M");
            case "N" -> new Amount("P" + digits(n) + "N", n, "D", 0, null);
            default -> plain(n, unit);
        };
    }

    private static Amount plain(double n, String unit) {
        if (n == 0.5 && unit.equals("TH")) {
            return new Amount("PT30M", 30, "TM", 0, null);
        }
        if (n == 0.5 && unit.equals("CE")) {
            return amount(50, "Y");
        }
        boolean clock = unit.startsWith("T");
        String value = (clock ? "PT" : "P") + digits(n) + (clock ? unit.substring(1) : unit);
        return new Amount(value, n, unit, 0, null);
    }

    private static String digits(double n) {
        if (Double.isNaN(n)) {
            return "X";
        }
        return n == Math.rint(n) ? String.valueOf((long) n) : String.valueOf(n);
    }

    private static @Nullable Amount amountOf(Match m) {
        Edge e = m.expression(0);
        return e != null && e.value() instanceof Amount amount ? amount : null;
    }

    private static @Nullable Object about(Match m, List<String> arguments) {
        Amount of = amountOf(m);
        boolean loose = m.has("LOOSE") && !m.says("some");
        return of == null || !loose ? of : with(of, Time.Modifier.ABOUT);
    }

    private static Amount with(Amount of, Time.Modifier modifier) {
        return new Amount(of.value(), of.amount(), of.unit(), of.direction(), modifier);
    }

    private static @Nullable Object directed(Match m, int direction) {
        Amount of = amountOf(m);
        if (of == null && m.has("UNITS")) {
            of = amount(Double.NaN, m.code("UNITS"));
        }
        return of == null ? null : directed(of, direction);
    }

    private static Amount directed(Amount of, int direction) {
        return new Amount(of.value(), of.amount(), of.unit(), direction, of.modifier());
    }

    /**
     * "Two days before." counts from what was told last; "two days before the attack" is an amount
     * before something.
     */
    private static @Nullable Object beside(Match m) {
        Amount of = amountOf(m);
        if (of == null) {
            return null;
        }
        boolean before = m.says("before", "prior");
        if (m.ends()) {
            return new Shift(of, before ? -1 : 1, Base.THEN, null);
        }
        return with(of, before ? Time.Modifier.BEFORE : Time.Modifier.AFTER);
    }

    // ---- rhythms

    private static Object everyWeekday(Match m) {
        return new Repeated("XXXX-WXX-" + m.code("WEEKDAY", "WEEKDAYS") + m.code("PART"));
    }

    private static Object everyMonth(Match m) {
        Integer month = m.number("MONTH");
        return new Repeated("XXXX-" + (month != null ? Period.two(month) : m.code("SEASON")));
    }
}
