package dev.greenroom.quickstart;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.greenroom.standins.Byteman;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Byteman in a process that was started without knowing of it. */
final class BytemanAgent {
    private BytemanAgent() {}

    /** Returns when the rule is in force. Byteman can be loaded once into a process. */
    static void load(RunningPart process, String rule) {
        try {
            var script = Files.writeString(Files.createTempFile("greenroom-", ".btm"), rule);
            var machine = VirtualMachine.attach(String.valueOf(process.handle().pid()));
            try {
                machine.loadAgent(Byteman.jar().toString(), "script:" + script);
            } finally {
                machine.detach();
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException(e);
        }
    }
}
