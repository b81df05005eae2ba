// Shows how far long work is, and reloads the page once it has ended. Tells listeners a tenth at a time.
const work = document.getElementById("work");
const bar = document.getElementById("bar");
const count = document.getElementById("count");
const said = document.getElementById("said");
let told = null;

async function ask() {
  try {
    const answer = await fetch(work.dataset.ask, { headers: { Accept: "application/json" } });
    if (answer.status === 401 || answer.status === 404) { location.reload(); return; }
    if (answer.ok) show(await answer.json());
  } catch { /* The line is cut: asked again. */ }
}

function show(job) {
  if (!job.isUnfinished) { clearInterval(timer); location.reload(); return; }
  if (job.total > 0) {
    bar.max = job.total;
    bar.value = job.done;
  } else bar.removeAttribute("value");
  count.textContent = job.progress;
  const tenth = `${job.state} ${job.total > 0 ? Math.floor(10 * job.done / job.total) : 0}`;
  if (tenth !== told) { told = tenth; said.textContent = job.progress; }
}

const timer = setInterval(ask, 1000);
ask();
