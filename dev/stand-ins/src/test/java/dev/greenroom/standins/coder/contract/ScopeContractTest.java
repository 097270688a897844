package dev.greenroom.standins.coder.contract;

import static dev.greenroom.standins.coder.contract.Contract.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.greenroom.standins.coder.contract.Contract.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token with scopes may do, and how the rest looks to it. */
@ContractTest
class ScopeContractTest {
    private static Target target;
    private Contract contract;

    @BeforeAll
    static void open() {
        target = Target.open();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @BeforeEach
    void begin() {
        contract = new Contract(target);
    }

    @Test
    void hidesWhatAScopeDoesNotAllow() {
        Person alice = contract.alice();
        contract.minimal();
        contract.bindings().let("<WORKSPACE_READ_TOKEN>", scopedToken(alice, "workspace:read"));
        contract.replay("05-errors/17-403-scope-create-workspace", "05-errors/19-scope-users-me");
        contract.replay("05-errors/18-scope-list-workspaces", with("count", IntNode.valueOf(0)));
    }

    @Test
    void refusesACreateByWhatTheScopeLacks() {
        Person alice = contract.alice();
        contract.minimal();
        for (String scope :
                new String[] {"workspace:read", "workspace:read,template:read", "workspace:read,template:read,user:read"
                }) {
            contract.bindings().let("<TOKEN " + scope + ">", scopedToken(alice, scope));
        }
        contract.replay("05b-errors-more/05-scope-workspace.read-create");
        contract.replay("05b-errors-more/07-scope-workspace.read+template.read-me");
        contract.replay("05b-errors-more/08-scope-workspace.read+template.read-create");
        contract.replay("05b-errors-more/11-scope-workspace.read+template.read+user.read-create");
    }

    @Test
    void letsCompositeScopesDoWhatTheirNamesSay() {
        Person alice = contract.alice();
        contract.minimal();
        for (String scope : new String[] {"operate", "access", "create"}) {
            contract.bindings()
                    .let("<TOKEN coder:workspaces." + scope + ">", scopedToken(alice, "coder:workspaces." + scope));
        }
        contract.replay("05b-errors-more/13-scope-coder.workspaces.operate-me");
        contract.replay("05b-errors-more/14-scope-coder.workspaces.operate-create");
        contract.replay("05b-errors-more/20-scope-coder.workspaces.access-create");
        assertThat(contract.send("05b-errors-more/17-scope-coder.workspaces.create-create")
                        .status())
                .isEqualTo(201);
    }

    private String scopedToken(Person person, String scopes) {
        return contract.coder()
                .send("POST", "/api/v2/users/me/keys/tokens", person.token(), """
                        {"lifetime":3600000000000,"scopes":["%s"],"token_name":"%s"}
                        """.formatted(
                                scopes.replace(",", "\",\""), scopes.replaceAll("[^a-z]", "-")))
                .text("/key");
    }
}
