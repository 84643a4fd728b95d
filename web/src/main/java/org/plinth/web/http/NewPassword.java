package org.plinth.web.http;

import java.util.List;
import org.plinth.web.secret.PasswordRules;

/** A password that somebody chooses for herself, in the field {@code password}. */
public final class NewPassword {

    private static final String FIELD = "password";

    private NewPassword() {}

    /**
     * As it was typed, if it may be used.
     *
     * @param known texts that others know: login, name, clinic
     * @throws BadRequest naming why it may not
     */
    public static String of(Fields fields, String... known) {
        String password = fields.secret(FIELD, PasswordRules.MOST);
        PasswordRules.refusal(password, List.of(known)).ifPresent(refusal -> {
            throw new BadRequest(FIELD, "account.password." + refusal.name(), PasswordRules.LEAST);
        });
        return password;
    }
}
