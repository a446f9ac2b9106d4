/** The package's version, put in by the build. */
declare const __LEMA_VERSION__: string;
