/** Version of the package; the build puts it in. */
declare const APP_VERSION: string;
