using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialWork.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class UnitRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "units",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Revision",
                table: "units");
        }
    }
}
