/** Whether another program listens there. */
export function taken(port: number, host: string): Promise<boolean>;
