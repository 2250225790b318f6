package io.tenantproof.demo;

import io.helidon.webserver.http.Handler;

/**
 * One path that is served. Every one of them answers GET and HEAD and nothing else.
 *
 * @param template the path, also the label of its metrics and its name in the OpenAPI document
 * @param handler who answers
 */
record Route(String template, Handler handler) {}
