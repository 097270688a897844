package dev.greenroom.tangled.two;

import dev.greenroom.tangled.one.One;

public record Two(One one) {}
