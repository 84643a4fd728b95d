package org.plinth.web.testkit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses pages as a person does: reads what a page says, and sends its forms with the token that stands in them. */
public final class Forms {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private Forms() {}

    /** Opens the page and holds the token of its forms from now on. */
    public static Browser.Answer open(Browser browser, String path) {
        Browser.Answer page = browser.page(path);
        Matcher token = TOKEN.matcher(page.text());
        if (token.find()) {
            browser.holding(browser.cookie().orElseThrow(), token.group(1));
        }
        return page;
    }

    /** Opens the page, then sends a form from it. */
    public static Browser.Answer send(Browser browser, String page, String action, Map<String, String> fields) {
        open(browser, page);
        return browser.postForm(action, fields);
    }

    /** What the first group of this expression matches. */
    public static String find(Browser.Answer page, String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(page.text());
        if (!matcher.find()) {
            throw new AssertionError("no " + expression + " in " + page.status() + " " + page.text());
        }
        return matcher.group(1);
    }
}
