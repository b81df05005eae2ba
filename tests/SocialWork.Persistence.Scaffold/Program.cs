using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Persistence.Model;

if (args is not [var name, var folder])
{
    Console.Error.WriteLine("Name the migration and the folder of SocialWork.Persistence: AddSomething src/SocialWork.Persistence");
    return 2;
}

await using var db = new SocialWorkDb(new DbContextOptionsBuilder<SocialWorkDb>().UseSqlite("Data Source=:memory:").Options);
var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices();
services.AddDbContextDesignTimeServices(db);
new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
await using var provider = services.BuildServiceProvider();
var scaffolder = provider.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "SocialWork.Persistence", "Migrations");
var files = scaffolder.Save(Path.GetFullPath(folder), migration, outputDir: Path.GetFullPath(Path.Combine(folder, "Migrations")), dryRun: false);
Console.WriteLine(files.MigrationFile);
return 0;
