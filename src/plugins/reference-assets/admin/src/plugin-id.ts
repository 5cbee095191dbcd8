export const PLUGIN_ID = 'reference-assets';

/** Where the plugin's pages live in the admin panel. */
export const BASE_PATH = `/plugins/${PLUGIN_ID}`;
