package dev.easel.host.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.easel.host.task.TaskReport;
import dev.easel.host.task.TaskReports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows administrators what {@code easel task list} shows: every task with its reasons, no prompt and no image. */
final class AdminTasksRoute {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;

    private final AdminGate gate;
    private final AdminTasks tasks;

    AdminTasksRoute(AdminGate gate, AdminTasks tasks) {
        this.gate = gate;
        this.tasks = tasks;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/admin/tasks", this::list);
    }

    private void list(Context context) throws IOException {
        gate.requireAdministrator(context);
        List<String> faults = new ArrayList<>();
        boolean failed = flag(context, "failed", faults);
        Optional<String> user = Optional.ofNullable(context.queryParam("user"));
        long after = number(context, "after", 0, Long.MAX_VALUE, 0, faults);
        int limit = (int) number(context, "limit", 1, MOST, DEFAULT_LIMIT, faults);
        if (!faults.isEmpty()) {
            context.status(400);
            context.contentType("text/plain; charset=utf-8");
            context.result(String.join("\n", faults) + "\n");
            return;
        }
        context.contentType("application/json");
        context.header("Cache-Control", "no-store");
        context.result(json(tasks.page(failed, user, after, limit)));
    }

    private static boolean flag(Context context, String name, List<String> faults) {
        String text = Optional.ofNullable(context.queryParam(name)).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            faults.add(name + " is \"" + text + "\"; true and false are allowed");
        }
        return text.equals("true");
    }

    private static long number(
            Context context, String name, long least, long most, long otherwise, List<String> faults) {
        Optional<String> text = Optional.ofNullable(context.queryParam(name));
        try {
            long number = text.map(Long::parseLong).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // It is a fault like a number that is too large.
        }
        faults.add("%s is \"%s\"; whole numbers from %d to %d are allowed".formatted(name, text.get(), least, most));
        return otherwise;
    }

    private static byte[] json(TaskReports.Page page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("tasks");
            for (TaskReport task : page.tasks()) {
                write(json, task);
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeNumberField("next", page.next().getAsLong());
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, TaskReport task) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", task.id());
        json.writeStringField("status", task.status().name().toLowerCase(Locale.ROOT));
        writeText(json, "user", task.user());
        json.writeStringField("app", task.app());
        json.writeNumberField("images", task.images());
        writeText(json, "provider", task.provider());
        json.writeNumberField("attempts", task.runs().attempts());
        json.writeNumberField("crashes", task.runs().crashes());
        json.writeNumberField("failures", task.runs().failures());
        writeText(json, "waitingReason", task.waitingReason());
        writeText(json, "failureReason", task.failureReason());
        json.writeStringField("created", task.created().toString());
        json.writeStringField("changed", task.changed().toString());
        json.writeEndObject();
    }

    /** What there is not is null, so that every task has the same keys. */
    private static void writeText(JsonGenerator json, String name, Optional<String> text) throws IOException {
        json.writeStringField(name, text.orElse(null));
    }
}
