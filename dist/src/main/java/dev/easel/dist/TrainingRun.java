package dev.easel.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the unpacked distribution once, has it make a picture, stops it and keeps the archive of loaded classes that
 * its launcher records at a first stop.
 *
 * <p>The archive fits the Java and the folder of this build alone, so the packed distributions are without it.
 */
public final class TrainingRun {
    private static final String READY = "Easel is ready: ";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String SCHEDULE = "/ocs/v2.php/text2image/schedule";

    private final Path distribution;
    private final HttpClient client = HttpClient.newHttpClient();

    private TrainingRun(Path distribution) {
        this.distribution = distribution;
    }

    /**
     * Leaves an archive in the distribution's {@code lib/cds}.
     *
     * @param arguments the folder of the unpacked distribution
     * @throws IOException if the distribution does not start or does not answer
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("easel-training");
        try {
            TrainingRun training = new TrainingRun(Path.of(arguments[0]));
            training.run(data);
            training.keepArchive(data.resolve("cds"));
        } finally {
            delete(data);
        }
    }

    private void run(Path data) throws IOException, InterruptedException {
        Process easel = start(data);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(easel.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (line == null || !line.startsWith(READY)) {
                throw new IOException("The distribution does not start; its messages are above.");
            }
            makePictures(URI.create(line.substring(READY.length())));
        } finally {
            easel.destroy();
            if (!easel.waitFor(1, TimeUnit.MINUTES)) {
                easel.destroyForcibly();
            }
        }
    }

    private Process start(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        distribution.resolve("bin/easel").toString(), "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("EASEL_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private void makePictures(URI host) throws IOException, InterruptedException {
        String schedule = host + SCHEDULE;
        send(request(host + "/ocs/v2.php/text2image/is_available"));
        String task = send(request(schedule + "?format=json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"input\":\"a red fox\",\"appId\":\"training\",\"numberOfImages\":1}")));
        Matcher id = ID.matcher(task);
        if (id.find()) {
            String url = host + "/ocs/v2.php/text2image/task/" + id.group(1);
            send(request(url + "?format=json").POST(BodyPublishers.noBody()));
            send(request(url + "/image/0"));
            send(request(url).DELETE());
        }
        send(request(schedule)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("input=a+blue+boat&appId=training&numberOfImages=1")));
        send(request(host + "/health/ready"));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("OCS-APIRequest", "true");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.request() + " was answered by " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** A Java without archives leaves none; the distribution starts without one as well. */
    private void keepArchive(Path recorded) throws IOException {
        if (!Files.isDirectory(recorded)) {
            return;
        }
        Path kept = Files.createDirectories(distribution.resolve("lib/cds"));
        for (Path archive : list(recorded)) {
            Files.move(archive, kept.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
