import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { Sentence } from "./sentence";

/** No verb writes over a file that is there: it may be the only one of its kind. */
export function refuseTaken(file: string): void {
  if (existsSync(file)) throw new Sentence(`${file} 已经存在：请换一个文件名，或先把它删除。`);
}

/** Before the work is done whose file could not be kept. */
export function refuseUnwritable(file: string): void {
  const folder = path.dirname(file);
  try {
    // The slash: what bears that name must be a folder.
    accessSync(`${folder}${path.sep}`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Sentence(unwritable(folder, error));
  }
}

/** Why no file can be written into a folder. */
export function unwritable(folder: string, error: unknown): string {
  const { code } = error as { code?: string };
  // The units of systemd let the service write in its own folders alone.
  if (code === "EROFS")
    return `${folder} 对本程序是只读的（EROFS）：由 systemd 启动时，把它加到服务单元的 ReadWritePaths= 里再重启；否则请换一个文件夹。`;
  return code === "ENOENT"
    ? `文件夹 ${folder} 不存在：请先建立，或换一个文件夹。`
    : `不能写入 ${folder}（${code}）：请检查文件夹和权限。`;
}
