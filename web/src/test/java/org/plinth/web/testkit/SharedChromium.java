package org.plinth.web.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers of this JVM: one for all tests whose pages need nothing of their own, started when the first one asks and
 * again where it went. It ends with the JVM: its driver does when its input closes, and takes its browsers along. One thread.
 */
final class SharedChromium {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--enable-features=WebBluetooth",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    private SharedChromium() {}

    static Browser browser() {
        if (browser.filter(Browser::isConnected).isEmpty()) {
            browser = Optional.of(another(System.getenv()));
        }
        return browser.orElseThrow();
    }

    /** One that whoever asked closes, with this environment. */
    static Browser another(Map<String, String> environment) {
        if (playwright.isEmpty()) {
            playwright = Optional.of(Playwright.create()); // the build names the system's Node in the environment
        }
        return playwright
                .orElseThrow()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setEnv(environment)
                        .setArgs(FLAGS));
    }
}
