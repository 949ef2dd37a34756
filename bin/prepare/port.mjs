import { createServer } from "node:net";

/**
 * Whether another program listens there.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function taken(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? resolve(true) : reject(error)));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
