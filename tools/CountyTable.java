import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes counties.table from the npm package us-atlas 3.0.1 (ISC; shapes of the U.S. Census Bureau, public domain): the
 * name of each county of the United States and the middle of its largest piece of land.
 *
 * <pre>
 * npm pack us-atlas@3.0.1
 * ./mvnw -q -pl casus-core dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -cp $(cat /tmp/classpath) tools/CountyTable.java us-atlas-3.0.1.tgz \
 *     casus-core/src/main/resources/org/casus/en/place/counties.table
 * </pre>
 */
public class CountyTable {
    private static final String SHA_256 = "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d";

    /** Codes of the Census for states, and the letters of the post for the same; territories have no counties. */
    private static final String STATES =
            "01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA"
                    + " 23 ME 24 MD 25 MA 26 MI 27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39"
                    + " OH 40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY";

    private final Map<String, Object> atlas;
    private final double[] scale;
    private final double[] translate;

    private CountyTable(Map<String, Object> atlas) {
        this.atlas = atlas;
        this.scale = pair(map(atlas.get("transform")).get("scale"));
        this.translate = pair(map(atlas.get("transform")).get("translate"));
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: CountyTable us-atlas-3.0.1.tgz counties.table");
            System.exit(2);
        }
        new CountyTable(map(json(countiesOf(Path.of(args[0]))))).write(Path.of(args[1]));
    }

    private void write(Path file) throws IOException {
        Map<String, String> states = new LinkedHashMap<>();
        String[] codes = STATES.split(" ");
        for (int i = 0; i < codes.length; i += 2) {
            states.put(codes[i], codes[i + 1]);
        }
        Map<String, TreeSet<String>> rows = new TreeMap<>();
        int count = 0;
        for (Object geometry : list(map(map(atlas.get("objects")).get("counties")).get("geometries"))) {
            Map<String, Object> county = map(geometry);
            String id = (String) county.get("id");
            String state = states.get(id.substring(0, 2));
            String kind = state == null ? null : kind(state, Integer.parseInt(id.substring(2)));
            if (kind == null) {
                continue;
            }
            String name = (String) map(county.get("properties")).get("name");
            double[] middle = middle(county);
            rows.computeIfAbsent(state, s -> new TreeSet<>())
                    .add(String.format(Locale.ROOT, "%s%s | %s | %.2f | %.2f", name, kind, state, middle[1], middle[0]));
            count++;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("# The counties of the United States, and the parishes of Louisiana; made by tools/CountyTable.java, not by hand.\n");
            out.print("#\n# latitude    and longitude give the middle of the largest piece of land\n\n");
            out.print("name | state | latitude | longitude\n");
            rows.forEach((state, of) -> out.print("\n# " + state + "\n" + String.join("\n", of) + "\n"));
        }
        System.out.println(count + " counties");
    }

    /** What the entity is called: a county, mostly; null for a city that is no part of one, which is a settlement. */
    private static String kind(String state, int number) {
        boolean city = number >= 510 && (state.equals("VA") || state.equals("MD") || state.equals("MO") || state.equals("NV"));
        if (city) {
            return null;
        }
        return switch (state) {
            case "LA" -> " Parish";
            case "AK" -> " Borough";
            default -> " County";
        };
    }

    // ---- shapes

    /** Longitude and latitude of the centre of a county's largest ring. */
    private double[] middle(Map<String, Object> county) {
        List<Object> polygons =
                county.get("type").equals("Polygon") ? List.of(county.get("arcs")) : list(county.get("arcs"));
        double[] middle = new double[2];
        double largest = 0;
        for (Object polygon : polygons) {
            List<double[]> ring = ring(list(list(polygon).get(0)));
            double twiceArea = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < ring.size(); i++) {
                double[] a = ring.get(i);
                double[] b = ring.get(i + 1);
                double cross = a[0] * b[1] - b[0] * a[1];
                twiceArea += cross;
                x += (a[0] + b[0]) * cross;
                y += (a[1] + b[1]) * cross;
            }
            if (Math.abs(twiceArea) > largest) {
                largest = Math.abs(twiceArea);
                middle = new double[] {x / (3 * twiceArea), y / (3 * twiceArea)};
            }
        }
        return middle;
    }

    /** The points of a ring of arcs; an arc with a negative number is the one of its complement, backwards. */
    private List<double[]> ring(List<Object> arcs) {
        List<double[]> points = new ArrayList<>();
        for (Object number : arcs) {
            int n = ((Number) number).intValue();
            List<double[]> arc = arc(n < 0 ? ~n : n);
            if (n < 0) {
                java.util.Collections.reverse(arc);
            }
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return points;
    }

    private List<double[]> arc(int n) {
        List<double[]> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (Object step : list(list(atlas.get("arcs")).get(n))) {
            double[] by = pair(step);
            x += by[0];
            y += by[1];
            points.add(new double[] {x * scale[0] + translate[0], y * scale[1] + translate[1]});
        }
        return points;
    }

    // ---- files

    private static byte[] countiesOf(Path tarball) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] counties = null;
        try (InputStream file =
                        new DigestInputStream(new BufferedInputStream(Files.newInputStream(tarball)), digest);
                InputStream tar = new GZIPInputStream(file)) {
            byte[] header = new byte[512];
            while (tar.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
                String name = new String(header, 0, 100, StandardCharsets.US_ASCII).replace("\0", "");
                int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes((512 - size % 512) % 512);
                if (name.equals("package/counties-10m.json")) {
                    counties = content;
                }
            }
            tar.readAllBytes();
            file.readAllBytes();
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(SHA_256)) {
            throw new IOException(tarball + " has SHA-256 " + found + ", expected " + SHA_256);
        }
        if (counties == null) {
            throw new IOException(tarball + " holds no package/counties-10m.json");
        }
        return counties;
    }

    private static Object json(byte[] bytes) {
        try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            in.nextToken();
            return value(in);
        }
    }

    private static Object value(JsonParser in) {
        switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    map.put(name, value(in));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(in));
                }
                return list;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return in.getDoubleValue();
            }
            default -> {
                return in.getString();
            }
        }
    }

    private static double[] pair(Object numbers) {
        List<Object> two = list(numbers);
        return new double[] {((Number) two.get(0)).doubleValue(), ((Number) two.get(1)).doubleValue()};
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
