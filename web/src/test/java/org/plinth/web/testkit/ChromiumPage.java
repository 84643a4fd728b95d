package org.plinth.web.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The system's Chromium with one page, which writes down everything that went wrong in it. */
public final class ChromiumPage implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--enable-features=WebBluetooth",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    /** With this login's cookie at this server. */
    public ChromiumPage(URI root, String session) {
        this(root, session, System.getenv());
    }

    /** The same, whose Bluetooth is the BlueZ on this message bus. */
    public static ChromiumPage on(String busAddress, URI root, String session) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", busAddress);
        return new ChromiumPage(root, session, environment);
    }

    private ChromiumPage(URI root, String session, Map<String, String> environment) {
        playwright = Playwright.create(); // the build names the system's Node in the environment
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setEnv(environment)
                        .setArgs(FLAGS));
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1024, 768));
        context.addCookies(List.of(new Cookie("plinth", session).setUrl(root.toString())));
        context.addInitScript("addEventListener('securitypolicyviolation', e =>"
                + " console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Console errors and warnings, script errors and CSP reports so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public void forget() {
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
