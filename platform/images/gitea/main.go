// Command gitea is Gitea without C: its database is a SQLite that is Go all through.
package main

import (
	"os"
	"time"

	"code.gitea.io/gitea/cmd"
	"code.gitea.io/gitea/modules/log"
	"code.gitea.io/gitea/modules/setting"
	_ "github.com/ncruces/go-sqlite3/driver"
)

// Set when it is linked.
var version = "development"

func main() {
	setting.AppVer = version
	setting.AppStartTime = time.Now().UTC()
	// What Gitea's build tag "sqlite" does, which asks for a driver in C.
	setting.EnableSQLite3 = true
	setting.SupportedDatabaseTypes = append(setting.SupportedDatabaseTypes, "sqlite3")

	err := cmd.RunMainApp(cmd.NewMainApp(cmd.AppVersion{Version: version}), os.Args...)
	log.GetManager().Close()
	if err != nil {
		os.Exit(1)
	}
}
