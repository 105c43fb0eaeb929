export declare function serve(folder: string, port: number, startPage: string): Promise<string>;
