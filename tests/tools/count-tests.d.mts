export declare function countTests(readReport: () => string, ok: boolean): { passed: number; failed: number; skipped: number };
