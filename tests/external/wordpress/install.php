<?php
// Makes the tables and two accounts that have seen the editor's welcome: its window would take the cursor away.
define( 'WP_INSTALLING', true );
require getenv( 'WP_FOLDER' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Journal de quartier', 'administrator', 'admin@example.org', true, '', getenv( 'WP_PASSWORD' ) );
$contributor = wp_insert_user(
	array(
		'user_login' => 'contributor',
		'user_pass'  => getenv( 'WP_PASSWORD' ),
		'user_email' => 'contributor@example.org',
		'role'       => 'contributor',
	)
);
foreach ( array( 1, $contributor ) as $user ) {
	$preferences = array(
		'core/edit-post' => array(
			'welcomeGuide'   => false,
			'fullscreenMode' => false,
		),
		'_modified'      => gmdate( 'c' ),
	);
	update_user_meta( $user, $wpdb->get_blog_prefix() . 'persisted_preferences', $preferences );
}
switch_theme( getenv( 'WP_THEME' ) );
echo get_bloginfo( 'version' ), ' ', wp_get_theme()->get_stylesheet();
