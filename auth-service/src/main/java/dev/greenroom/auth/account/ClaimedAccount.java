package dev.greenroom.auth.account;

import java.util.List;

/**
 * A user's account that is about to be linked, locked.
 *
 * @param others who use the same grant already
 */
record ClaimedAccount(Account account, List<Account> others) {}
