package dev.greenroom.tangled.one;

import dev.greenroom.tangled.two.Two;

public record One(Two two) {}
