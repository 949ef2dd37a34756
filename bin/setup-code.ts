import { needsSetup, newSetupCode } from "@/bulletin/people/setup";
import { db } from "@/lib/db";

// An empty installation is set up by whoever reads this line on the server's terminal.
if (await needsSetup()) process.stdout.write(`安装码 ${await newSetupCode()}（首次访问时填写，只能用一次）\n`);
await db.$disconnect();
