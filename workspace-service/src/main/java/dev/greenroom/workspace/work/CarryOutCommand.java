package dev.greenroom.workspace.work;

import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.workspace.coder.CoderClient;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.create.CarryOutCreate;
import dev.greenroom.workspace.list.CarryOutList;
import dev.greenroom.workspace.loan.Loan;
import dev.greenroom.workspace.loan.LoanOutcome;
import dev.greenroom.workspace.loan.Loans;
import dev.greenroom.workspace.operation.FailureCode;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does one step of whatever command has the turn, with its owner's rights. */
@ApplicationScoped
class CarryOutCommand {

    private final Loans loans;
    private final CoderClient coder;
    private final CarryOutCreate create;
    private final CarryOutList list;

    private final String deployment;

    CarryOutCommand(
            Loans loans,
            CoderClient coder,
            CarryOutCreate create,
            CarryOutList list,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.loans = loans;
        this.coder = coder;
        this.create = create;
        this.list = list;
        this.deployment = deployment;
    }

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
        return switch (loans.borrow(command.deployment(), command.owner())) {
            case LoanOutcome.Lent(var loan) -> with(loan, turn);
            case LoanOutcome.NotLinked _ ->
                Step.failed(
                        FailureCode.ACCOUNT_REQUIRED,
                        "Link your Coder account, or link it again if its token has ended.");
            case LoanOutcome.Away(var why) -> Step.later(why);
        };
    }

    /** A command that was begun with one link's rights is not finished with another's: that may be another person's. */
    private Step with(Loan loan, Turn turn) {
        var begunWith = turn.operation().linkGeneration();
        if (begunWith != null && !Objects.equals(begunWith, loan.linkGeneration())) {
            return Step.failed(FailureCode.ACCOUNT_RELINKED, "The Coder account was linked anew after this was begun.");
        }
        turn.with(loan.linkGeneration());
        var step = step(turn, coder.actingWith(loan.token(), turn));
        return step instanceof Step.TokenRefused ? refused(loan, turn) : step;
    }

    private Step step(Turn turn, OwnersCoderClient owners) {
        return switch (turn.operation().command()) {
            case CreateWorkspace command -> create.step(command, turn, owners);
            case ListWorkspaces command -> list.step(command, turn, owners);
        };
    }

    /** A remembered token may have been refreshed elsewhere, which ends the old one: only a fresh one is believed. */
    private Step refused(Loan loan, Turn turn) {
        var command = turn.operation().command();
        loans.forget(command.deployment(), command.owner());
        return loan.fresh()
                ? Step.failed(FailureCode.RELINK_REQUIRED, "Coder no longer accepts the linked account. Link it again.")
                : new Step.Later(Duration.ZERO, "a remembered token was refused");
    }
}
