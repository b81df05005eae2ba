using SocialWork.Benchmarks.Macro;
using SocialWork.Benchmarks.Micro;

return args switch
{
    ["macro", .. var only] => await MacroRun.RunAsync(only),
    ["micro", .. var filter] => MicroRun.Run(filter),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: macro [part …] | micro [filter …]; parts: sending, reading, pages, importing, city, start");
    return 2;
}
