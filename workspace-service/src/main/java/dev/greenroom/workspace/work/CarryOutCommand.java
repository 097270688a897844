package dev.greenroom.workspace.work;

import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.cancel.CarryOutCancel;
import dev.greenroom.workspace.coder.CoderClient;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.create.CarryOutCreate;
import dev.greenroom.workspace.list.CarryOutList;
import dev.greenroom.workspace.loan.Loan;
import dev.greenroom.workspace.loan.LoanOutcome;
import dev.greenroom.workspace.loan.Loans;
import dev.greenroom.workspace.loan.RefusalOutcome;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import dev.greenroom.workspace.transition.CarryOutTransition;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does one step of whatever command has the turn, with its owner's rights. */
@ApplicationScoped
class CarryOutCommand {

    private final Loans loans;
    private final AccountStore accounts;
    private final CoderClient coder;
    private final CarryOutCreate create;
    private final CarryOutList list;
    private final CarryOutTransition transition;
    private final CarryOutCancel cancel;

    private final String deployment;

    CarryOutCommand(
            Loans loans,
            AccountStore accounts,
            CoderClient coder,
            CarryOutCreate create,
            CarryOutList list,
            CarryOutTransition transition,
            CarryOutCancel cancel,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.loans = loans;
        this.accounts = accounts;
        this.coder = coder;
        this.create = create;
        this.list = list;
        this.transition = transition;
        this.cancel = cancel;
        this.deployment = deployment;
    }

    /**
     * A token that Coder refuses may be an old one, which another has followed since: the step is tried once more, with
     * what is lent then. Both refusals are told to auth-service, which finds out whether the tokens are dead.
     */
    Step step(Turn turn) {
        var command = turn.operation().command();
        if (!command.deployment().equals(deployment)) {
            return Step.failed(
                    FailureCode.DEPLOYMENT_UNKNOWN, "No Coder named " + command.deployment() + " is served here.");
        }
        if (turn.pastDeadline()) {
            return Step.failed(
                    FailureCode.DEADLINE_EXCEEDED, "It could not be done before " + command.deadline() + ".");
        }
        var step = withALoan(turn);
        var last = step instanceof Step.TokenRefused ? withALoan(turn) : step;
        return last instanceof Step.TokenRefused ? accountRequired() : last;
    }

    private Step withALoan(Turn turn) {
        var command = turn.operation().command();
        return switch (loans.borrow(command.deployment(), command.owner())) {
            case LoanOutcome.Lent(var loan) -> with(loan, turn);
            case LoanOutcome.NotLinked _ -> accountRequired();
            case LoanOutcome.Away(var why) -> Step.later(why);
        };
    }

    private static Step accountRequired() {
        return Step.failed(
                FailureCode.ACCOUNT_REQUIRED,
                "Link your Coder account, or link it again if Coder has ended its token.");
    }

    private Step with(Loan loan, Turn turn) {
        var command = turn.operation().command();
        var began = accounts.find(command.deployment(), command.owner())
                .flatMap(account -> account.beginningOf(loan.linkGeneration()))
                .orElse(null);
        return switch (turn.operation().mayBeDoneWith(loan.linkGeneration(), began)) {
            case YES -> carryOut(loan, turn);
            case NO ->
                Step.failed(
                        FailureCode.LINK_CHANGED,
                        "The Coder account was linked, or linked anew, after this was asked for.");
            case NOT_YET -> Step.later("the owner's link has not come through yet");
        };
    }

    private Step carryOut(Loan loan, Turn turn) {
        turn.with(loan.linkGeneration());
        var step = step(turn, coder.actingWith(loan.token(), turn));
        return step instanceof Step.TokenRefused ? refused(loan, turn) : step;
    }

    private Step step(Turn turn, OwnersCoderClient owners) {
        return switch (turn.operation().command()) {
            case CreateWorkspace command -> create.step(command, turn, owners);
            case ListWorkspaces command -> list.step(command, turn, owners);
            case TransitionWorkspace command -> transition.step(command, turn, owners);
            case CancelBuild command -> cancel.step(command, turn, owners);
        };
    }

    private Step refused(Loan loan, Turn turn) {
        var command = turn.operation().command();
        return switch (loans.refused(command.deployment(), command.owner(), loan)) {
            case RefusalOutcome.Heard _ -> new Step.TokenRefused();
            case RefusalOutcome.Unheard(var why) -> Step.later(why);
        };
    }
}
