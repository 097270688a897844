package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts references into requests that Backstage takes: it answers 400 to a body over about 100 KB. */
final class RefBatches {
    private static final int MOST_BYTES = 80_000;
    /** Quotes and a comma. */
    private static final int AROUND = 3;

    private RefBatches() {}

    static List<List<EntityRef>> of(Collection<EntityRef> refs, int mostRefs) {
        var batches = new ArrayList<List<EntityRef>>();
        var batch = new ArrayList<EntityRef>();
        int bytes = 0;
        for (var ref : refs) {
            var size = ref.toString().length() + AROUND;
            if (batch.size() == mostRefs || bytes + size > MOST_BYTES) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(ref);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
