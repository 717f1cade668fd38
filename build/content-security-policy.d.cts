export declare function contentSecurityPolicy(officeJs: string): string;
