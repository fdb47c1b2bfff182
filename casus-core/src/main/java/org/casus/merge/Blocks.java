package org.casus.merge;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Who stands in which block, by number: a hash table of longs, for objects would take up more time
 * and room than all the comparing. The members of a block are chained by what they reach, so that
 * those who cannot meet are never looked at.
 */
final class Blocks {
    private static final int REACHES = Keys.BOTH + 1;
    private static final int NONE = -1;

    private long[] blocks = new long[1 << 12];

    /** Where the four chains of a block begin; 0 where a place of the table is free. */
    private int[] places = new int[1 << 12];

    private int[] heads = new int[REACHES << 10];
    private int used;

    private int[] members = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int size;

    /** Adds a member, having shown it everybody whom it meets in the block. */
    void add(long key, int member, IntConsumer met) {
        int chains = chains(Keys.block(key));
        for (int other = 0; other < REACHES; other++) {
            if ((Keys.reach(key) | other) == Keys.BOTH) {
                for (int at = heads[chains + other]; at != NONE; at = next[at]) {
                    met.accept(members[at]);
                }
            }
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        members[size] = member;
        next[size] = heads[chains + Keys.reach(key)];
        heads[chains + Keys.reach(key)] = size++;
    }

    private int chains(long block) {
        int place = place(block);
        if (places[place] == 0) {
            if (2 * used >= blocks.length) {
                grow();
                place = place(block);
            }
            used++;
            if (REACHES * (used + 1) > heads.length) {
                heads = Arrays.copyOf(heads, 2 * heads.length);
            }
            blocks[place] = block;
            places[place] = used;
            Arrays.fill(heads, REACHES * used, REACHES * (used + 1), NONE);
        }
        return REACHES * places[place];
    }

    /** Where the block is, or would be. */
    private int place(long block) {
        int place = (int) (block >>> 2) & blocks.length - 1;
        while (places[place] != 0 && blocks[place] != block) {
            place = place + 1 & blocks.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] oldBlocks = blocks;
        int[] oldPlaces = places;
        blocks = new long[2 * oldBlocks.length];
        places = new int[2 * oldBlocks.length];
        for (int i = 0; i < oldBlocks.length; i++) {
            if (oldPlaces[i] != 0) {
                int place = place(oldBlocks[i]);
                blocks[place] = oldBlocks[i];
                places[place] = oldPlaces[i];
            }
        }
    }
}
