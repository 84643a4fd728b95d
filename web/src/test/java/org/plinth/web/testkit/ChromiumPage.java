package org.plinth.web.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The system's Chromium with one page, which writes down everything that went wrong in it. Every page has cookies, storage
 * and permissions of its own; the program behind is the same for all of a JVM, unless its Bluetooth is a chosen one.
 */
public final class ChromiumPage implements AutoCloseable {

    private final Browser browser;
    private final boolean shared;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    /** With this login's cookie at this server. */
    public ChromiumPage(URI root, String session) {
        this(SharedChromium.browser(), true, root, session);
    }

    /** The same, whose Bluetooth is the BlueZ on this message bus. */
    public static ChromiumPage on(String busAddress, URI root, String session) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", busAddress);
        return new ChromiumPage(SharedChromium.another(environment), false, root, session);
    }

    private ChromiumPage(Browser browser, boolean shared, URI root, String session) {
        this.browser = browser;
        this.shared = shared;
        // Without motion: a colour that is half way from one to another is nothing to be judged.
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1024, 768).setReducedMotion(ReducedMotion.REDUCE));
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
        if (!shared) {
            browser.close();
        }
    }
}
