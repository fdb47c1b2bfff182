package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.casus.analyze.ModelException;

/** Says in words what went wrong. */
final class Failure {
    private Failure() {}

    static String inWords(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return inWords(failure.getCause());
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return message + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": access is denied";
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory; give Java more with CASUS_JAVA_OPTS=-Xmx4g";
        }
        if (failure instanceof IOException
                || failure instanceof ModelException
                || failure instanceof IllegalStateException) {
            return message;
        }
        return "failed unexpectedly: " + failure;
    }
}
