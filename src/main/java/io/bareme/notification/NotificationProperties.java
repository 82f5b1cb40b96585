package io.bareme.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages may go.
 *
 * @param privateAddresses whether to networks that the internet does not reach too (one's own network, this machine), and
 *     to this machine without encryption; a client could otherwise have the service ask what only the service may
 */
@ConfigurationProperties("bareme.notification")
public record NotificationProperties(@DefaultValue("false") boolean privateAddresses) {}
