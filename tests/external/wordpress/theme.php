<?php
// Gives the site another of the themes that are there.
require getenv( 'WP_FOLDER' ) . '/wp-load.php';
switch_theme( getenv( 'WP_THEME' ) );
echo wp_get_theme()->get_stylesheet();
