import java.lang.management.ManagementFactory;
import org.casus.extract.place.PlaceFinder;
import org.casus.extract.place.gazetteer.Imported;

/**
 * Measures how long the gazetteer takes to open in a fresh process, by the clock and by the processor, which other
 * work on the machine does not lengthen.
 *
 * <pre>
 * ./mvnw -q -pl casus-core package -DskipTests
 * java -cp "casus-core/target/*:$HOME/.m2/repository/org/jspecify/jspecify/1.0.1/*" tools/OpenGazetteer.java
 * </pre>
 */
public class OpenGazetteer {
    public static void main(String[] args) {
        time("settlements, built in", Imported::builtIn);
        time("places of the user", () -> Imported.ofUser().open());
        time("settlements with all tables", PlaceFinder::load);
        time("the same again", PlaceFinder::load);
    }

    private static void time(String what, Runnable open) {
        long clock = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        open.run();
        System.out.printf(
                "%-28s %4d ms, of the processor %4d ms%n",
                what,
                (System.nanoTime() - clock) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1_000_000);
    }
}
