package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Refusal;
import java.util.regex.Pattern;

/** A user that an administrator wants to have (recorded: {@code 05-first-user-invalid}, {@code 52-user-create-login-none}). */
record NewUser(String email, String username, String name, String password, String loginType, boolean serviceAccount) {

    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_USERNAME = 32;

    static NewUser of(Body body) {
        NewUser user = new NewUser(
                body.string("email"),
                body.string("username"),
                body.string("name"),
                body.string("password"),
                body.string("login_type"),
                body.flag("service_account"));
        user.check();
        return user;
    }

    private void check() {
        if (serviceAccount) {
            throw Refusal.of(403, "Service Accounts is a Premium feature. Contact sales!");
        }
        Refusal refusal = Refusal.invalid();
        if (!EMAIL.matcher(email).matches()) {
            refusal = refusal.tag("email", email.isEmpty() ? "required_unless" : "email", email);
        }
        if (username.length() > LONGEST_USERNAME || !USERNAME.matcher(username).matches()) {
            refusal = refusal.tag("username", "username", username);
        }
        if (refusal.hasFields()) {
            throw refusal;
        }
        if (loginType.equals("none")) {
            throw Refusal.of(400, "Login type 'none' requires a service account.");
        }
    }

    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
