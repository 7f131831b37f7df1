package dev.easel.host.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.easel.host.http.TestServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Texts for people come in the language that they ask for. */
class LanguagesOverHttpTest {
    private static final String BASE = "/ocs/v2.php/text2image";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertSays(HttpRequest.Builder request, String language, String piece) {
        HttpResponse<String> response = server.send(request);
        assertTrue(response.body().contains(piece), response.body());
        assertEquals(Optional.of(language), response.headers().firstValue("Content-Language"));
        assertEquals(List.of("Accept-Language"), response.headers().allValues("Vary"));
    }

    @Test
    void theHeaderChoosesTheLanguage() {
        assertSays(server.ocs(BASE + "/task/9").header("Accept-Language", "de"), "de", "Auftrag nicht gefunden.");
        assertSays(server.ocs(BASE + "/task/9").header("Accept-Language", "ko, zh-TW;q=0.9"), "zh-Hans", "未找到任务");
        assertSays(server.ocs(BASE + "/task/9"), "en", "Task not found");
        assertSays(
                server.ocs(BASE + "/task/9").header("Accept-Language", "ko").header("Accept-Language", "it"),
                "it",
                "Attività non trovata");
    }

    @Test
    void theParameterGoesBeforeTheHeaderInQueryFormAndJson() {
        String schedule = BASE + "/schedule";
        assertSays(
                server.ocs(BASE + "/task/9?forceLanguage=fr").header("Accept-Language", "de"),
                "fr",
                "Tâche introuvable.");
        assertSays(
                server.ocs(schedule)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(text("appId=x&forceLanguage=pl")),
                "pl",
                "Brakuje parametru input");
        assertSays(
                server.ocs(schedule)
                        .header("Content-Type", "application/json")
                        .POST(text("{\"appId\":\"x\",\"forceLanguage\":\"es\"}")),
                "es",
                "Falta input");
    }

    @Test
    void aBodyThatCantBeReadIsExplainedInTheLanguageOfTheQuery() {
        assertSays(
                server.ocs(BASE + "/schedule?forceLanguage=nl")
                        .header("Content-Type", "application/json")
                        .POST(text("{\"input\": ")),
                "nl",
                "De inhoud van het verzoek is geen geldige JSON: deze is vanaf regel 1, kolom");
        assertSays(
                server.ocs(BASE + "/schedule")
                        .header("Accept-Language", "ja")
                        .header("Content-Type", "multipart/form-data")
                        .POST(text("x")),
                "ja",
                "boundary が指定されていません");
    }

    @Test
    void allFaultsOfACallAreToldTogether() {
        assertSays(
                server.ocs(BASE + "/schedule?forceLanguage=zh_CN").POST(BodyPublishers.noBody()),
                "zh-Hans",
                "缺少 input。请提供 1 到 64,000 个字符的文本。缺少 appId。");
    }

    @Test
    void aRefusalForAWhileIsToldToo() {
        try (TestServer limited = new TestServer(TestServer.Setup.LIMITED)) {
            for (int call = 0; call < 5; call++) {
                limited.send(limited.ocs(BASE + "/tasks/app/x"));
            }
            HttpResponse<String> refused =
                    limited.send(limited.ocs(BASE + "/tasks/app/x").header("Accept-Language", "de-CH"));
            assertEquals(429, refused.statusCode());
            assertTrue(refused.body().contains("Bitte versuchen Sie es in 120 Sekunden erneut."), refused.body());
        }
    }

    @Test
    void answersWithoutATextForPeopleDependOnNoLanguage() {
        for (String path : List.of(BASE + "/is_available", "/ocs/v2.php/nothing")) {
            HttpResponse<String> response = server.send(server.ocs(path).header("Accept-Language", "de"));
            assertTrue(response.headers().firstValue("Content-Language").isEmpty());
            assertTrue(response.headers().allValues("Vary").isEmpty());
        }
    }

    @Test
    void theMessageOfTheMetaPartStaysAsItIs() {
        HttpResponse<String> response =
                server.send(server.ocs(BASE + "/task/9?format=json").header("Accept-Language", "de"));
        assertTrue(
                response.body()
                        .startsWith("{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,\"message\":\"\"}"),
                response.body());
    }
}
