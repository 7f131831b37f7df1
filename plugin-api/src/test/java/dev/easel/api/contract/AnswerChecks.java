package dev.easel.api.contract;

import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a provider says of itself. */
final class AnswerChecks {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final List<Locale> LOCALES = List.of(
            Locale.ROOT,
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.JAPANESE,
            Locale.forLanguageTag("ar-EG"),
            Locale.forLanguageTag("pt-BR"),
            Locale.forLanguageTag("tlh"));
    private static final int[] IMAGES = {1, 2, 12, 1000};

    private final Subject subject;
    private final TextToImageProvider provider;

    AnswerChecks(Subject subject) {
        this.subject = subject;
        provider = subject.provider();
    }

    /** Returns the id, if there is nothing wrong with it. */
    String id() throws InterruptedException {
        @Nullable String id = subject.answer("id()", provider::id);
        if (id == null || !ID.matcher(id).matches()) {
            throw subject.fault("id() is \"" + id + "\"; it must match " + ID
                    + ": begin with a lower-case letter and go on with lower-case letters, digits and hyphens");
        }
        @Nullable String again = subject.answer("id()", provider::id);
        if (!id.equals(again)) {
            throw subject.fault("id() was \"" + id + "\" and then \"" + again + "\"; return the same id at every call");
        }
        return id;
    }

    void names() throws InterruptedException {
        for (Locale locale : LOCALES) {
            String question = "name(" + (locale.equals(Locale.ROOT) ? "Locale.ROOT" : locale) + ")";
            @Nullable String name = subject.answer(question, () -> provider.name(locale));
            if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
                throw subject.fault(question + " is \"" + name + "\"; return a name of 1 to " + LONGEST_NAME
                        + " characters that is not blank, the English one for languages that you don't have");
            }
        }
    }

    void expectedRuntimes() throws InterruptedException {
        for (int images : IMAGES) {
            String question = "expectedRuntime(" + images + ")";
            @Nullable
            Duration runtime =
                    subject.answer(question, subject.patience().estimate(), () -> provider.expectedRuntime(images));
            if (runtime == null || runtime.isZero() || runtime.isNegative()) {
                throw subject.fault(
                        question + " is " + runtime + "; return your honest guess, which is longer than nothing");
            }
        }
    }

    void bounds() throws InterruptedException {
        atLeastOne("slots()", subject.answer("slots()", provider::slots));
        atLeastOne("maxImagesPerCall()", subject.answer("maxImagesPerCall()", provider::maxImagesPerCall));
    }

    private void atLeastOne(String question, int answer) {
        if (answer < 1) {
            throw subject.fault(question + " is " + answer + "; return 1 or more");
        }
    }

    /** A provider that is tested with all that it needs is ready. */
    void isReady() throws InterruptedException {
        @Nullable Readiness readiness = subject.answer("readiness()", provider::readiness);
        if (readiness == null || !readiness.isReady()) {
            throw subject.fault(
                    "readiness() is " + readiness + "; return Readiness.ready() where the provider can work, "
                            + "and give it what it needs in context(…), for example the address of a stand-in for its service");
        }
    }

    /** A provider that lacks something says what. */
    void saysHowReadyItIs() throws InterruptedException {
        if (subject.answer("readiness()", provider::readiness) == null) {
            throw subject.fault("readiness() is null; return Readiness.ready(), notConfigured(…) or notReady(…)");
        }
    }
}
