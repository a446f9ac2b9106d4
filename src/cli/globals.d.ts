/** The package's version, put in by the build. */
declare const __LEMA_VERSION__: string;
/** The commit that was built, put in by the build; empty outside of a checkout. */
declare const __LEMA_COMMIT__: string;
