<?php
// The only thing added to this WordPress: it would ask a public host for an embed, but refuses a loopback address, a
// port of its own and a certificate of no authority. Nothing about embeds themselves is changed.
add_filter( 'http_request_host_is_external', fn( $external, $host ) => $external || 'localhost' === $host, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, array( (int) getenv( 'SITE_PORT' ) ) ) );
add_filter( 'http_request_args', fn( $args ) => array( 'sslcertificates' => getenv( 'SITE_CERTIFICATE' ) ) + $args );
