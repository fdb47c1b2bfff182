package org.casus.parquet;

import com.jerolba.carpet.io.OutputStreamOutputFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.casus.publish.export.Case;
import org.casus.publish.export.ExportFormat;
import org.casus.publish.export.IncidentWriter;

/** Finds its way to {@link ExportFormat#PARQUET} as a service. */
public final class ParquetProvider implements ExportFormat.Provider {
    /** What is kept in memory until it is written. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    @Override
    public ExportFormat format() {
        return ExportFormat.PARQUET;
    }

    @Override
    public IncidentWriter writer(OutputStream out) throws IOException {
        ParquetWriter<Case> writer =
                new Builder(new OutputStreamOutputFile(new StaysOpen(out)))
                        .withConf(new PlainParquetConfiguration())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .build();
        return new IncidentWriter() {
            @Override
            public boolean write(Case incident) throws IOException {
                writer.write(incident);
                return true;
            }

            @Override
            public void finish() throws IOException {
                writer.close();
            }
        };
    }

    private static final class Builder extends ParquetWriter.Builder<Case, Builder> {
        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract all the same
        protected WriteSupport<Case> getWriteSupport(Configuration configuration) {
            return new IncidentRows();
        }

        @Override
        protected WriteSupport<Case> getWriteSupport(ParquetConfiguration configuration) {
            return new IncidentRows();
        }
    }

    /** The end of the file is not the end of the stream, which belongs to somebody else. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
