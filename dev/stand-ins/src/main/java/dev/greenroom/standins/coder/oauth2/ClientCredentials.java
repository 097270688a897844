package dev.greenroom.standins.coder.oauth2;

/** With which an application shows who it is. */
public record ClientCredentials(String clientId, String clientSecret) {}
